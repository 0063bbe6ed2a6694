import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RequestHandler } from "express"
import multer, { MulterError } from "multer"
import { BoundedPlaces } from "../../lib/bounded-places"
import { ErrorCode, invalidData, tooManyRequests } from "../../lib/errors"
import { watchForm } from "../../lib/form-watch"
import { currentRequest } from "../../lib/request-id"
import type { VendorRequest } from "../vendor/context"

const MAX_FILE_BYTES = 5 * 1024 * 1024
const MAX_FILES = 5

const MAX_FORMS = 32
const MAX_FORMS_OF_SHOP = 4
const MAX_FORMS_OF_LOGIN = 2
/** What a form has besides its files: names, lengths, boundaries. */
const FORM_SLACK_BYTES = 64 * 1024
/** Files wait in memory while they are looked at. */
const MAX_BYTES_IN_FLIGHT = 256 * 1024 * 1024
/** A slow mobile network brings a photo in this time; a client that only holds its place is gone after one window. */
const ARRIVAL = { total_ms: 60_000, window_ms: 5000, window_bytes: 8 * 1024 }
/** So long is a refused form read on. */
const LINGER_MS = 3000
const RETRY_SECONDS = 5

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

const places = new BoundedPlaces()
let bytesInFlight = 0

type Sizes = { max_files: number; max_bytes: number }

/**
 * Reads the files of a form into memory: so many of them and so large, so many forms of one login, one shop and all together,
 * and none for longer than a working network needs. Behind the guard, which says who is asking.
 */
export function receiver(parse: RequestHandler, { max_files, max_bytes }: Sizes) {
  const max_form_bytes = max_files * max_bytes + FORM_SLACK_BYTES

  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
    if (!/^multipart\/form-data/i.test(req.headers["content-type"] ?? "")) {
      next()
      return
    }
    if (Number(req.headers["content-length"] ?? 0) > max_form_bytes) {
      throw tooLarge(max_bytes)
    }
    // Gone while the guard was looking: nothing would ever tell that its place is free.
    if (res.closed || req.socket.destroyed) {
      throw late()
    }
    let bytes = 0
    let is_settled = false
    const leave = takePlace(req)
    const settle = (error?: unknown) => {
      if (!is_settled) {
        is_settled = true
        stop()
        next(error)
      }
    }
    const admit = (more: number) => {
      bytes += more
      bytesInFlight += more

      return bytes <= max_form_bytes && bytesInFlight <= MAX_BYTES_IN_FLIGHT
    }
    const stop = watchForm(req, { ...ARRIVAL, admit }, (end) => {
      giveUp(req)
      settle(end === "late" ? late() : bytes > max_form_bytes ? tooLarge(max_bytes) : busy())
    })
    res.once("close", () => {
      stop()
      leave()
      bytesInFlight -= bytes
    })
    // Medusa's request is express's with more on it.
    parse(req as unknown as Parameters<RequestHandler>[0], res, (error?: unknown) => {
      settle(error ? refusalOf(error, max_bytes) : undefined)
    })
  }
}

/** A place among all forms, among those of the login or key, and among those of its shop. */
function takePlace(req: MedusaRequest): () => void {
  const actor = currentRequest()?.actor
  const shop = (req as VendorRequest).vendor_context?.vendor_id
  const leave = places.take({
    ...(actor ? { [`${actor.type} ${actor.id}`]: MAX_FORMS_OF_LOGIN } : {}),
    ...(shop ? { [`shop ${shop}`]: MAX_FORMS_OF_SHOP } : {}),
    // People of shops, and buyers, can be many: they leave the staff's places alone.
    [shop ? "all shops" : actor?.type === "user" ? "all staff" : "all others"]: MAX_FORMS,
  })
  if (!leave) {
    throw busy()
  }

  return leave
}

/**
 * The rest of the form is not waited for, but it is read into nothing for a moment: a connection that is cut while bytes lie
 * unread in it takes the answer with it. Who sends on after that is cut off.
 */
function giveUp(req: MedusaRequest): void {
  req.unpipe()
  req.resume()
  const cut = setTimeout(() => req.socket.destroy(), LINGER_MS)
  const spare = () => clearTimeout(cut)
  req.once("end", spare)
  req.socket.once("close", spare)
}

const tooLarge = (maxBytes: number) =>
  invalidData(ErrorCode.REQUEST_TOO_LARGE, `A file may have ${maxBytes / 1024 / 1024} MB.`)

const late = () => invalidData(ErrorCode.UPLOAD_TIMED_OUT, "The form arrived too slowly. Send it again.")

const busy = () =>
  tooManyRequests(
    ErrorCode.UPLOADS_BUSY,
    "Too many files are being received. Try again in a moment.",
    RETRY_SECONDS
  )

function refusalOf(error: unknown, maxBytes: number) {
  if (error instanceof MulterError && error.code === "LIMIT_FILE_SIZE") {
    return tooLarge(maxBytes)
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
export const receiveFiles = receiver(parser.array("files", MAX_FILES), {
  max_files: MAX_FILES,
  max_bytes: MAX_FILE_BYTES,
})

/** The one file of the field `file`. */
export const receiveFile = receiver(parser.single("file"), { max_files: 1, max_bytes: MAX_FILE_BYTES })

/** The files as a workflow takes them. */
export function imagesOf(req: FileRequest): string[] {
  if (!req.files?.length) {
    throw invalidData(ErrorCode.UPLOAD_REFUSED, "No files were sent in the field `files`.")
  }

  return req.files.map(({ buffer }) => buffer.toString("base64"))
}
