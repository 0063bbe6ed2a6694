import { PassThrough } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import { type FormEnd, watchForm } from "../form-watch"

describe("watchForm", () => {
  const watch = (limits: Partial<Parameters<typeof watchForm>[1]>) => {
    const body = new PassThrough()
    const ends: FormEnd[] = []
    const all = { total_ms: 10_000, window_ms: 10_000, window_bytes: 10, admit: () => true, ...limits }
    const stop = watchForm(body, all, (end) => ends.push(end))

    return { body, ends, stop }
  }

  it("ends a body that brings too little in a window, once", async () => {
    const { body, ends } = watch({ window_ms: 40 })
    body.write("123456789")
    await sleep(150)
    expect(ends).toEqual(["late"])
  })

  it("ends a body that makes progress and never arrives", async () => {
    const { body, ends } = watch({ window_ms: 20, total_ms: 150 })
    const steady = setInterval(() => body.write("x".repeat(100)), 5)
    await sleep(300)
    clearInterval(steady)
    expect(ends).toEqual(["late"])
  })

  it("ends a body that there is no room for", async () => {
    const { body, ends } = watch({ admit: (bytes) => bytes < 5 })
    body.write("123")
    body.write("1234567")
    await sleep(20)
    expect(ends).toEqual(["overflow"])
  })

  it.each(["end", "stop"] as const)("says nothing of one that has arrived (%s)", async (way) => {
    const { body, ends, stop } = watch({ window_ms: 20, total_ms: 60 })
    body.write("123456789012")
    if (way === "end") {
      body.end()
    } else {
      stop()
    }
    await sleep(120)
    expect(ends).toEqual([])
  })
})
