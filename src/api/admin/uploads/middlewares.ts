import { randomUUID } from "node:crypto"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ErrorCode, invalidData, notFound } from "../../../lib/errors"
import { reencodeImage } from "../../../lib/reencode-image"
import { type FileRequest, type ReceivedFile, receiveFile, receiveFiles } from "../../surface/receive-files"

/** What Windows and others call a file of comma separated values. */
const CSV_TYPES = ["text/csv", "application/csv", "application/vnd.ms-excel"]

/** Core keeps what staff send as it is; here a picture is drawn anew, and a table for the import is text with a name of ours. */
async function checkFiles(req: FileRequest, _: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const received = req.file ? [req.file] : (req.files ?? [])
  for (const file of received) {
    Object.assign(file, await safeFile(file))
  }
  if (received.length) {
    hideForm(req)
  }
  next()
}

async function safeFile({ buffer, mimetype }: ReceivedFile) {
  if (CSV_TYPES.includes(mimetype) && isText(buffer)) {
    return { originalname: `${randomUUID()}.csv`, mimetype: "text/csv" }
  }
  const image = await reencodeImage(buffer)
  if (!image) {
    throw invalidData(
      ErrorCode.UPLOAD_REFUSED,
      "A file is neither a complete JPEG, PNG, WebP or GIF picture nor a table of comma separated values."
    )
  }

  return { originalname: `${randomUUID()}.webp`, mimetype: "image/webp", buffer: image, size: image.length }
}

function isText(buffer: Buffer): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(buffer).includes("\0")
  } catch {
    return false
  }
}

/** Core's own parser comes next and would wait for ever for a form that has been read; it passes what is no form. */
function hideForm(req: MedusaRequest): void {
  req.headers["content-type"] = "application/x-received-form"
}

/** Behind core's validator: a file that a browser brings to the store of files by itself is looked at by nobody. */
function onlyTables(req: MedusaRequest<{ mime_type: string }>, _: MedusaResponse, next: MedusaNextFunction) {
  if (!CSV_TYPES.includes(req.validatedBody.mime_type)) {
    throw invalidData(ErrorCode.UPLOAD_REFUSED, "Only tables for the import are uploaded this way.")
  }
  next()
}

/** Papers of shops lie in the same store as pictures; whoever looks after pictures does not take papers away. */
function keepPrivate(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  if (/^private-\d+-vdoc_/.test(req.params.id ?? "")) {
    throw notFound(ErrorCode.FILE_NOT_FOUND, "There is no such file.")
  }
  next()
}

// A wildcard runs before core's middleware of the exact path.
export const adminUploadMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/uploads*", methods: ["POST"], middlewares: [receiveFiles, checkFiles] },
  { matcher: "/admin/products/import*", methods: ["POST"], middlewares: [receiveFile, checkFiles] },
  { matcher: "/admin/uploads/presigned-urls", methods: ["POST"], middlewares: [onlyTables] },
  { matcher: "/admin/uploads/:id", methods: ["GET", "DELETE"], middlewares: [keepPrivate] },
]
