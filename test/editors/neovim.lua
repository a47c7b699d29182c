-- Saidby in Neovim, as docs/editors.md sets it up. Run by scripts/editors.mjs, which counts the lines that begin with “ok” and “not ok” and wants “done” for the last.
local story = os.getenv('SAIDBY_STORY')
local count = 0

local function say(line)
  io.stdout:write(line .. '\n')
end

local function check(what, holds, seen)
  count = count + 1
  say((holds and 'ok ' or 'not ok ') .. count .. ' - ' .. what .. (holds and '' or ': ' .. vim.inspect(seen)))
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  for _, answer in pairs(answers) do
    return answer.result
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function line_of(words)
  for i, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(words, 1, true)
    if at then
      return i - 1, at - 1
    end
  end
end

local function run()
  dofile(os.getenv('SAIDBY_SETUP'))
  vim.cmd('edit ' .. story)
  vim.cmd('setfiletype markdown')

  -- What an editor and a plugin may both do.
  vim.cmd('doautocmd FileType markdown')

  local found = vim.wait(15000, function()
    return #vim.diagnostic.get(0) > 0
  end, 20)
  local diagnostics = vim.diagnostic.get(0)
  local line = line_of('Nobody has asked')
  check('a finding is pushed', found and #diagnostics == 1, diagnostics)
  local diagnostic = diagnostics[1] or {}
  check('it stands on the quotation that nobody is said to have said', diagnostic.lnum == line and diagnostic.col == 0, diagnostic)
  check('it is a warning of Saidby’s', diagnostic.source == 'saidby' and diagnostic.severity == vim.diagnostic.severity.WARN, diagnostic)

  local row, column = line_of('Dana Ortiz')
  vim.api.nvim_win_set_cursor(0, { row + 1, column + 2 })
  local hover = request('textDocument/hover', vim.lsp.util.make_position_params())
  check('a hover says who somebody is', hover and hover.contents.value:find('Dana Ortiz', 1, true) ~= nil, hover)

  vim.api.nvim_win_set_cursor(0, { line + 1, 4 })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, line) }
  local actions = request('textDocument/codeAction', params) or {}
  local fix
  for _, action in ipairs(actions) do
    fix = fix or (action.title:find('^Attribute to Ortiz') and action)
  end
  check('a fix is offered', fix ~= nil, actions)
  local client = vim.lsp.get_active_clients()[1]
  if fix then
    vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding)
  end
  check('it attributes the quotation', text():find('“Nobody has asked us what we can afford to pay,” Ortiz said.', 1, true) ~= nil, text())
  local settled = vim.wait(15000, function()
    return #vim.diagnostic.get(0) == 0
  end, 20)
  check('and the finding is gone', settled, vim.diagnostic.get(0))

  local names = {}
  local function collect(symbols)
    for _, symbol in ipairs(symbols or {}) do
      table.insert(names, symbol.name)
      collect(symbol.children)
    end
  end
  collect(request('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() }))
  check('the outline has headline, takeaway and quotation',
    vim.tbl_contains(names, 'The levy stays') and vim.tbl_contains(names, 'What the mayor said'), names)
  check('one server has served the draft, however often its type was told', #vim.lsp.get_active_clients() == 1, #vim.lsp.get_active_clients())
end

local ran, problem = pcall(run)
if not ran then
  check('the suite runs to its end', false, problem)
end
say('done')
vim.lsp.stop_client(vim.lsp.get_active_clients())
vim.cmd('qall!')
