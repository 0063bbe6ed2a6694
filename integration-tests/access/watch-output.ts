type Write = typeof process.stdout.write

/** Collects every line that the server writes with a word in it: what a log may not say. */
export function watchOutput(word: string): { stop: () => string[] } {
  const found: string[] = []
  const streams = [process.stdout, process.stderr]
  const originals = streams.map((stream) => stream.write)
  for (const [index, stream] of streams.entries()) {
    const write = originals[index] as Write
    stream.write = ((chunk: unknown, ...rest: []) => {
      if (String(chunk).includes(word)) {
        found.push(String(chunk).slice(0, 500))
      }

      return write.call(stream, chunk as string, ...rest)
    }) as Write
  }

  return {
    stop: () => {
      for (const [index, stream] of streams.entries()) {
        stream.write = originals[index] as Write
      }

      return found
    },
  }
}
