import multer from "multer"
import { ErrorCode, invalidData } from "../../../../lib/errors"
import {
  type FileOwner,
  type SealedDocument,
  sealDocument,
} from "../../../../workflows/vendor-onboarding/document-file"
import { type FileRequest, receiver } from "../../../surface/receive-files"

const MAX_BYTES = 10 * 1024 * 1024

const parser = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: 1, fields: 0, parts: 1, fieldNameSize: 100, headerPairs: 20 },
})

/** The one file of the field `file`. */
export const receiveDocument = receiver(parser.single("file"), { max_files: 1, max_bytes: MAX_BYTES })

/** The received paper, encrypted. */
export function documentOf(req: FileRequest, owner?: FileOwner): SealedDocument {
  if (!req.file?.buffer.length) {
    throw invalidData(ErrorCode.DOCUMENT_INVALID, "No file was sent in the field `file`.")
  }

  return sealDocument(req.file.buffer, req.file.originalname, owner)
}
