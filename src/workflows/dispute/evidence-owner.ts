import type { FileOwner } from "../vendor-onboarding/document-file"

export const EVIDENCE: FileOwner = { table: "dispute_evidence", prefix: "devd" }
