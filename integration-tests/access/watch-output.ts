import { Writable } from "node:stream"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Write = typeof process.stdout.write
type Say = (...words: unknown[]) => void

/** What Medusa's logger keeps inside: winston, which took its own hold of the console when it was made. */
type Winston = {
  level: string
  transports: { level?: string }[]
  add: (transport: Writable) => unknown
  remove: (transport: Writable) => unknown
}

const SPOKEN = ["log", "info", "warn", "error", "debug"] as const

/**
 * Collects every line with one of some words in it that the server writes or logs, at whatever level: what a log may not
 * say. Nothing more is printed than before.
 */
export function watchOutput(container: MedusaContainer, ...words: string[]): { stop: () => string[] } {
  const found: string[] = []
  const look = (line: string) => {
    if (words.some((word) => line.includes(word))) {
      found.push(line.slice(0, 500))
    }
  }
  const stops = [
    watchLogger(container, look),
    watchConsole(look),
    ...[process.stdout, process.stderr].map(watchStream(look)),
  ]

  return {
    stop: () => {
      for (const stop of stops) {
        stop()
      }

      return found
    },
  }
}

type Look = (line: string) => void

function watchLogger(container: MedusaContainer, look: Look): () => void {
  const logger: object = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { loggerInstance_: winston } = logger as { loggerInstance_: Winston }
  const { level } = winston
  for (const transport of winston.transports) {
    transport.level ??= level
  }
  winston.level = "silly"
  const watcher = new Writable({
    objectMode: true,
    write: (info, _, next) => {
      look(JSON.stringify(info))
      next()
    },
  })
  // Winston tells its old transports from new ones by how many arguments this takes.
  winston.add(Object.assign(watcher, { log: () => undefined }))

  return () => {
    winston.remove(watcher)
    winston.level = level
  }
}

function watchConsole(look: Look): () => void {
  const spoken: Record<(typeof SPOKEN)[number], Say> = console
  const originals = SPOKEN.map((name) => [name, spoken[name]] as const)
  for (const [name, say] of originals) {
    spoken[name] = (...said) => {
      look(said.map(String).join(" "))
      say.apply(console, said)
    }
  }

  return () => {
    for (const [name, say] of originals) {
      spoken[name] = say
    }
  }
}

const watchStream =
  (look: Look) =>
  (stream: NodeJS.WriteStream): (() => void) => {
    const write: Write = stream.write
    stream.write = ((chunk: unknown, ...rest: []) => {
      look(String(chunk))

      return write.call(stream, chunk as string, ...rest)
    }) as Write

    return () => {
      stream.write = write
    }
  }
