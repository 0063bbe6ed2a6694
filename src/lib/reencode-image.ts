import sharp from "sharp"
import { BoundedWork } from "./bounded-work"

/** A picture of a phone with 48 megapixels passes; what unpacks to more is made to exhaust the server. */
const MAX_PIXELS = 50_000_000
const MAX_SIDE_PIXELS = 4096
const MAX_SECONDS = 15

// Only these readers may ever see what a client sent: SVG, PDF, TIFF and the rest are not even tried.
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({
  operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"],
})

/** One picture can take 200 MB while it is turned. */
const decoding = new BoundedWork(2)

/**
 * Draws a picture anew as WebP: nothing of the file survives but its pixels, turned as the camera says. Its type is read from its
 * first bytes, of a moving picture the first frame is taken. Null for what is no JPEG, PNG, WebP or GIF of a sane size.
 */
export async function reencodeImage(input: Buffer): Promise<Buffer | null> {
  try {
    return await decoding.run(() => draw(input))
  } catch {
    // Whatever the library dislikes about a client's bytes is the client's to mend.
    return null
  }
}

const draw = async (input: Buffer) =>
  sharp(input, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1 })
    .timeout({ seconds: MAX_SECONDS })
    .autoOrient()
    .resize({ width: MAX_SIDE_PIXELS, height: MAX_SIDE_PIXELS, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
