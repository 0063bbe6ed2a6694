import { setTimeout as sleep } from "node:timers/promises"
import sharp from "sharp"
import { BoundedWork } from "../bounded-work"
import { reencodeImage } from "../reencode-image"

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#2a7" } })

describe("drawing a picture anew", () => {
  it.each(["jpeg", "png", "webp", "gif"] as const)("makes WebP of %s", async (format) => {
    const drawn = await reencodeImage(await picture(40, 20).toFormat(format).toBuffer())

    expect(await sharp(drawn as Buffer).metadata()).toMatchObject({ format: "webp", width: 40, height: 20 })
  })

  it("turns it as the camera says and keeps neither place nor words", async () => {
    const source = await picture(40, 20)
      .jpeg()
      .withExif({ IFD0: { Copyright: "SECRET-OWNER" }, IFD3: { GPSLatitude: "6/1 27/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const drawn = (await reencodeImage(source)) as Buffer
    const metadata = await sharp(drawn).metadata()

    expect((await sharp(source).metadata()).exif).toBeDefined()
    expect(metadata).toMatchObject({ width: 20, height: 40 })
    expect([metadata.exif, metadata.orientation, metadata.icc, metadata.xmp]).toEqual(
      Array(4).fill(undefined)
    )
    expect(drawn.includes("SECRET-OWNER")).toBe(false)
  })

  it("makes a large one smaller and takes the first frame of a moving one", async () => {
    const drawn = await reencodeImage(await picture(6000, 3000).jpeg().toBuffer())
    const frame = await picture(9, 9).png().toBuffer()
    const frames = await sharp([frame, await picture(9, 9).negate().png().toBuffer()], {
      join: { animated: true },
    })
      .gif()
      .toBuffer()

    expect((await sharp(frames).metadata()).pages).toBe(2)
    expect(await sharp(drawn as Buffer).metadata()).toMatchObject({ width: 4096, height: 2048 })
    expect((await sharp((await reencodeImage(frames)) as Buffer).metadata()).pages ?? 1).toBe(1)
  })

  it("refuses what is no picture, half a picture, or a bomb", async () => {
    const png = await picture(600, 600).png().toBuffer()
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: "red",
        noise: { type: "gaussian", mean: 128, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer()
    const bomb = await picture(10_000, 10_000).png().toBuffer()
    const refused = [
      Buffer.alloc(0),
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
      Buffer.from("<!DOCTYPE html><script>alert(1)</script>"),
      Buffer.from("%PDF-1.7"),
      await picture(9, 9).tiff().toBuffer(),
      png.subarray(0, png.length / 2),
      noise.subarray(0, noise.length / 2),
      bomb,
    ]

    expect(bomb.length).toBeLessThan(5 * 1024 * 1024)
    expect(await Promise.all(refused.map(reencodeImage))).toEqual(refused.map(() => null))
  })
})

describe("bounded work", () => {
  it("runs so many at a time, all of them, and goes on after one that fails", async () => {
    const bounded = new BoundedWork(2)
    let running = 0
    let most = 0
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        bounded.run(async () => {
          running += 1
          most = Math.max(most, running)
          await sleep(index % 3)
          running -= 1
          if (index % 5 === 0) {
            throw new Error("no")
          }
        })
      )
    )

    expect(most).toBe(2)
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(16)
  })
})
