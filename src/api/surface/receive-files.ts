import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RequestHandler } from "express"
import multer, { MulterError } from "multer"
import { ErrorCode, invalidData } from "../../lib/errors"

const MAX_FILE_BYTES = 5 * 1024 * 1024
const MAX_FILES = 5
/** Files wait in memory while they are looked at. */
const MAX_REQUESTS_IN_FLIGHT = 8

export type ReceivedFile = Express.Multer.File

export type FileRequest = MedusaRequest & { files?: ReceivedFile[]; file?: ReceivedFile }

const parser = multer({
  storage: multer.memoryStorage(),
  limits: {
    fileSize: MAX_FILE_BYTES,
    files: MAX_FILES,
    fields: 10,
    fieldSize: 1024,
    fieldNameSize: 100,
    parts: MAX_FILES + 10,
    headerPairs: 20,
  },
})

let inFlight = 0

/** Reads the files of a form into memory, so many of them and so large, in so many requests at a time. */
export function receiver(parse: RequestHandler, maxBytes = MAX_FILE_BYTES) {
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
    if (!/^multipart\/form-data/i.test(req.headers["content-type"] ?? "")) {
      next()
      return
    }
    if (inFlight >= MAX_REQUESTS_IN_FLIGHT) {
      res.setHeader("retry-after", "5")
      throw invalidData(ErrorCode.UPLOADS_BUSY, "Too many files are being received. Try again in a moment.")
    }
    inFlight += 1
    res.once("close", () => {
      inFlight -= 1
    })
    // Medusa's request is express's with more on it.
    parse(req as unknown as Parameters<RequestHandler>[0], res, (error?: unknown) => {
      next(error ? refusalOf(error, maxBytes) : undefined)
    })
  }
}

function refusalOf(error: unknown, maxBytes: number) {
  if (error instanceof MulterError && error.code === "LIMIT_FILE_SIZE") {
    return invalidData(ErrorCode.REQUEST_TOO_LARGE, `A file may have ${maxBytes / 1024 / 1024} MB.`)
  }
  if (error instanceof MulterError) {
    return invalidData(
      ErrorCode.UPLOAD_REFUSED,
      `Send up to ${MAX_FILES} files as parts of a form: ${error.message}.`
    )
  }

  return invalidData(ErrorCode.UPLOAD_REFUSED, "The form with the files is not complete.")
}

/** The files of the field `files`. */
export const receiveFiles = receiver(parser.array("files", MAX_FILES))

/** The one file of the field `file`. */
export const receiveFile = receiver(parser.single("file"))

/** The files as a workflow takes them. */
export function imagesOf(req: FileRequest): string[] {
  if (!req.files?.length) {
    throw invalidData(ErrorCode.UPLOAD_REFUSED, "No files were sent in the field `files`.")
  }

  return req.files.map(({ buffer }) => buffer.toString("base64"))
}
