import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { z } from "@medusajs/framework/zod"
import { statePath } from "./paths"

const token = (bytes: number) => randomBytes(bytes).toString("hex")
const firstKey = () => `k1:${randomBytes(32).toString("base64")}`

const Secrets = z.object({
  jwt_secret: z.string().min(32),
  cookie_secret: z.string().min(32),
  mfa_encryption_key: z
    .string()
    .min(32)
    .default(() => token(32)),
  encryption_keys: z.string().startsWith("k").default(firstKey),
  paystack_secret_key: z.string().startsWith("sk_test_"),
  staff_password: z.string().min(12),
  vendor_password: z.string().min(12),
  buyer_password: z.string().min(12),
})

export type Secrets = z.infer<typeof Secrets>

// Typed by hand into a login form.
const password = () => randomBytes(12).toString("base64url")

/** The demo's secrets, made once for this copy of the project. */
export async function loadSecrets(): Promise<{ secrets: Secrets; is_new: boolean }> {
  const file = statePath("secrets.json")
  if (existsSync(file)) {
    const text = await readFile(file, "utf8")
    const stored = Secrets.safeParse(JSON.parse(text))
    if (!stored.success) {
      throw new Error(`${file} is damaged. Delete it: new secrets are made by the next start.`)
    }
    // A secret that a later version needs is added to those that are there.
    if (text !== fileText(stored.data)) {
      await writeFile(file, fileText(stored.data), { mode: 0o600 })
    }
    return { secrets: stored.data, is_new: false }
  }

  const secrets: Secrets = {
    jwt_secret: token(32),
    cookie_secret: token(32),
    mfa_encryption_key: token(32),
    encryption_keys: firstKey(),
    paystack_secret_key: `sk_test_${token(20)}`,
    staff_password: password(),
    vendor_password: password(),
    buyer_password: password(),
  }
  await writeFile(file, fileText(secrets), { mode: 0o600 })

  return { secrets, is_new: true }
}

const fileText = (secrets: Secrets) => `${JSON.stringify(secrets, null, 2)}\n`
