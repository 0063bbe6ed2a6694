import { OFFLINE, TIMED_OUT } from "../api/api-error"
import { call, openPage, sendFile, upload } from "../api/client"

const real = { fetch: globalThis.fetch, window: globalThis.window }
const SLOW_MS = 45_000

/** A server that begins to answer after so long, and whose answer then arrives in pieces. */
function serve(answers_after_ms: number, body: (signal: AbortSignal) => BodyInit): void {
  globalThis.fetch = (_, init) =>
    new Promise((resolve, reject) => {
      const signal = init?.signal as AbortSignal
      signal.addEventListener("abort", () => reject(signal.reason))
      setTimeout(() => resolve(new Response(body(signal))), answers_after_ms)
    })
}

const inPieces = (text: string, lasts_ms: number) => (signal: AbortSignal) =>
  new ReadableStream<Uint8Array>({
    start(stream) {
      signal.addEventListener("abort", () => stream.error(signal.reason))
      setTimeout(() => {
        stream.enqueue(new TextEncoder().encode(text))
        stream.close()
      }, lasts_ms)
    },
  })

/** What becomes of a request while so much time passes. */
async function outcomeAfter<Outcome>(milliseconds: number, asked: Promise<Outcome>) {
  const outcome = asked.then(
    (value) => ({ value }),
    (error: { code?: string }) => ({ code: error.code })
  )
  await jest.advanceTimersByTimeAsync(milliseconds)

  return outcome
}

const file = new File(["a photo"], "photo.jpg")

describe("a request", () => {
  const shown: string[] = []

  beforeEach(() => {
    jest.useFakeTimers()
    // The platform's own time-outs go by a clock that a test does not move.
    jest.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
      const limit = new AbortController()
      setTimeout(() => limit.abort(new DOMException("No answer in time", "TimeoutError")), milliseconds)
      return limit.signal
    })
    const opened = { location: { replace: (address: string) => shown.push(address) }, close: () => undefined }
    globalThis.window = { open: () => opened } as unknown as typeof globalThis.window
  })

  afterEach(() => {
    jest.restoreAllMocks()
    jest.useRealTimers()
    globalThis.fetch = real.fetch
    globalThis.window = real.window
  })

  it("that nobody answers is given up after half a minute", async () => {
    serve(SLOW_MS, () => "{}")
    expect(await outcomeAfter(31_000, call("GET /vendor/me", {}))).toEqual({ code: TIMED_OUT })
  })

  it("with files lasts as long as the server waits for them, and not for ever", async () => {
    serve(SLOW_MS, () => `{"files":[]}`)
    expect(await outcomeAfter(SLOW_MS, upload([file]))).toEqual({ value: { files: [] } })
    const sent = sendFile("POST /vendor/onboarding/documents", {}, file)
    expect(await outcomeAfter(SLOW_MS, sent)).toEqual({ value: { files: [] } })

    serve(100_000, () => "{}")
    expect(await outcomeAfter(91_000, upload([file]))).toEqual({ code: TIMED_OUT })
  })

  it("for a file is not cut off while the file arrives", async () => {
    serve(10, inPieces("<p>Slip</p>", SLOW_MS))
    const asked = openPage("GET /vendor/orders/:id/packing-slip", { params: { id: "vord_1" } })
    expect(await outcomeAfter(SLOW_MS + 10, asked)).toEqual({ value: true })
    expect(shown).toHaveLength(1)
  })

  it("whose answer breaks off says that the connection is lost, or was too slow", async () => {
    serve(10, () => new ReadableStream({ start: (stream) => stream.error(new TypeError("network error")) }))
    expect(await outcomeAfter(10, call("GET /vendor/me", {}))).toEqual({ code: OFFLINE })

    serve(10, inPieces("{}", SLOW_MS))
    expect(await outcomeAfter(31_000, call("GET /vendor/me", {}))).toEqual({ code: TIMED_OUT })
  })
})
