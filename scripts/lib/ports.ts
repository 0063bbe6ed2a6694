import { readFile, writeFile } from "node:fs/promises"
import { createServer } from "node:net"

/** A TCP port that nobody listens on now. */
export function freePort(): Promise<number> {
  return listenOnce(0)
}

async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port)
    return true
  } catch {
    return false
  }
}

/** The port that the file remembers from the last start, else `first` or one after it, else any free one. */
export async function usualPort(file: string, first?: number): Promise<number> {
  const previous = Number(await readFile(file, "utf8").catch(() => "0"))
  const port = await firstFree([
    previous,
    ...Array.from({ length: first ? 10 : 0 }, (_, n) => (first ?? 0) + n),
  ])
  await writeFile(file, String(port))

  return port
}

async function firstFree(candidates: number[]): Promise<number> {
  for (const port of candidates) {
    if (port > 0 && (await isFree(port))) {
      return port
    }
  }

  return await freePort()
}

function listenOnce(port: number): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once("error", failed)
    // On every interface: a server that listens on all of them takes the port of localhost too.
    probe.listen(port, () => {
      const address = probe.address()
      probe.close(() => found(typeof address === "object" && address ? address.port : 0))
    })
  })
}
