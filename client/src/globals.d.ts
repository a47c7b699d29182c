/** What a browser has and Node has not. */
declare class Worker {
  constructor(address: string)
  terminate(): void
}
