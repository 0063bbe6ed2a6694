import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { PRINTED_PAGE_POLICY } from "../lib/printed-page"

/** Answers a page to print. */
export function sendPage(req: MedusaRequest, page: string): void {
  const res = req.res as MedusaResponse
  res.setHeader("content-security-policy", PRINTED_PAGE_POLICY)
  res.status(200).type("html").send(page)
}
