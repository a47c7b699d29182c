/** Folders over HTTP for whoever asks: a web extension under development is fetched, not read. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html', '.svg': 'image/svg+xml', '.png': 'image/png' }

/**
 * Serves each folder under its name, on this machine alone and on a free port.
 * @param {Record<string, string>} folders
 * @returns {Promise<{ base: string, stop: () => Promise<void> }>}
 */
export async function serveFolders(folders) {
  const server = createServer(async (request, response) => {
    const [, name, ...path] = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)).split('/')
    response.setHeader('Access-Control-Allow-Origin', '*')
    try {
      if (!Object.hasOwn(folders, name)) throw new Error('there is no such folder')
      const body = await readFile(join(folders[name], ...path))
      response.writeHead(200, { 'Content-Type': types[extname(path.at(-1))] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { base: `http://127.0.0.1:${server.address().port}`, stop }
}
