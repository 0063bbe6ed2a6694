import { execFileSync } from "node:child_process"

const PRINT_FREE_PORT = `const server = require("node:net").createServer()
server.listen(0, "127.0.0.1", () => { process.stdout.write(String(server.address().port)); server.close() })`

/** A port on which nothing listens, at once: for what has to be known before anything can wait. */
export function freePort(): number {
  return Number(execFileSync(process.execPath, ["-e", PRINT_FREE_PORT], { encoding: "utf8" }))
}
