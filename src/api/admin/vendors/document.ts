import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../../lib/errors"
import { scoped } from "../../../lib/vendor-scope"
import { openDocument } from "../../../workflows/vendor-onboarding/document-file"

/** The paper in the path, if it is one of the shop in the path. */
export async function retrieveDocument(req: MedusaRequest) {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "vendor_document",
    fields: ["id", "file_id", "file_key_ciphertext", "filename", "mime_type"],
    filters: scoped(req.params.id, { id: req.params.doc_id ?? "" }),
  })
  const [document] = data
  if (!document) {
    throw notFound(ErrorCode.DOCUMENT_NOT_FOUND, "There is no such document of this shop.")
  }

  return { ...document, bytes: await openDocument(req.scope, document) }
}

/** Sends a paper so that a browser saves it and never shows it under the origin of the admin. */
export function sendDocument(
  res: MedusaResponse,
  document: { filename: string; mime_type: string; bytes: Buffer }
): void {
  const name = encodeURIComponent(document.filename).replace(/['()*]/g, (letter) => `%${hexOf(letter)}`)
  res.set({
    "content-type": document.mime_type,
    "content-disposition": `attachment; filename*=UTF-8''${name}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
  })
  res.send(document.bytes)
}

const hexOf = (letter: string) => letter.charCodeAt(0).toString(16).toUpperCase()
