import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { z } from "@medusajs/framework/zod"
import { statePath } from "./paths"

const Secrets = z.object({
  jwt_secret: z.string().min(32),
  cookie_secret: z.string().min(32),
  paystack_secret_key: z.string().startsWith("sk_test_"),
  staff_password: z.string().min(12),
  vendor_password: z.string().min(12),
  buyer_password: z.string().min(12),
})

export type Secrets = z.infer<typeof Secrets>

const token = (bytes: number) => randomBytes(bytes).toString("hex")
// Typed by hand into a login form.
const password = () => randomBytes(12).toString("base64url")

/** The demo's secrets, made once for this copy of the project. */
export async function loadSecrets(): Promise<{ secrets: Secrets; is_new: boolean }> {
  const file = statePath("secrets.json")
  if (existsSync(file)) {
    const stored = Secrets.safeParse(JSON.parse(await readFile(file, "utf8")))
    if (!stored.success) {
      throw new Error(`${file} is damaged. Delete it: new secrets are made by the next start.`)
    }
    return { secrets: stored.data, is_new: false }
  }

  const secrets: Secrets = {
    jwt_secret: token(32),
    cookie_secret: token(32),
    paystack_secret_key: `sk_test_${token(20)}`,
    staff_password: password(),
    vendor_password: password(),
    buyer_password: password(),
  }
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })

  return { secrets, is_new: true }
}
