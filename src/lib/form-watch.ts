import type { Readable } from "node:stream"

export type FormLimits = {
  /** All of it has to be here by then. */
  total_ms: number
  /** And this much of it within every window, or it is a trickle that only holds a place. */
  window_ms: number
  window_bytes: number
  /** Tells of each piece that arrives; false ends the watch as `onOverflow`. */
  admit: (bytes: number) => boolean
}

export type FormEnd = "late" | "overflow"

/** Watches a body arrive and says once when it takes too long or too much. The answer stops the watch. */
export function watchForm(body: Readable, limits: FormLimits, onEnd: (end: FormEnd) => void): () => void {
  let in_window = 0
  const end = (why: FormEnd) => {
    stop()
    onEnd(why)
  }
  const onData = (chunk: Buffer) => {
    in_window += chunk.length
    if (!limits.admit(chunk.length)) {
      end("overflow")
    }
  }
  const whole = setTimeout(() => end("late"), limits.total_ms)
  const windows = setInterval(() => {
    if (in_window < limits.window_bytes) {
      end("late")
    }
    in_window = 0
  }, limits.window_ms)
  const stop = () => {
    clearTimeout(whole)
    clearInterval(windows)
    body.off("data", onData)
    body.off("end", stop)
    body.off("close", stop)
  }
  body.on("data", onData)
  body.once("end", stop)
  body.once("close", stop)

  return stop
}
