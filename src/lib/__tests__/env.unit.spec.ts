import { parseEnv } from "../env"

const complete = {
  DATABASE_URL: "postgres://merkato@localhost/merkato",
  JWT_SECRET: "j".repeat(32),
  COOKIE_SECRET: "c".repeat(32),
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
}

describe("parseEnv", () => {
  it("needs a database, two secrets and a key, no more", () => {
    expect(parseEnv(complete)).toMatchObject({ NODE_ENV: "development", COMMISSION_RATE_BPS: 1000 })
  })

  it("reads the accounts for transfers as JSON", () => {
    const accounts = { ngn: { account_number: "0000014579" } }
    const env = parseEnv({ ...complete, BANK_TRANSFER_ACCOUNTS: JSON.stringify(accounts) })

    expect(env.BANK_TRANSFER_ACCOUNTS).toEqual(accounts)
    expect(parseEnv(complete).BANK_TRANSFER_ACCOUNTS).toBeUndefined()
  })

  it.each([
    ["DATABASE_URL", undefined],
    ["DATABASE_URL", "mysql://localhost/merkato"],
    ["JWT_SECRET", undefined],
    ["JWT_SECRET", "short"],
    ["COOKIE_SECRET", undefined],
    ["ENCRYPTION_KEYS", undefined],
    ["ENCRYPTION_KEYS", "k1:dG9vIHNob3J0"],
    ["PAYSTACK_SECRET_KEY", "pk_live_a-public-key"],
    ["FLUTTERWAVE_SECRET_KEY", "FLWPUBK-a-public-key"],
    ["FLUTTERWAVE_WEBHOOK_HASH", "short"],
    ["BANK_TRANSFER_ACCOUNTS", "First Bank 0000014579"],
    ["COMMISSION_RATE_BPS", "10001"],
    ["COMMISSION_RATE_BPS", "8.5"],
    ["COMMISSION_TAX_RATE_BPS", "7.5"],
    ["COMMISSION_WITHHOLDING_RATE_BPS", "-1"],
    ["ADMIN_DISABLED", "perhaps"],
    ["AUTH_MFA_ENCRYPTION_KEY", "short"],
    ["PHONE_COUNTRY", "Nigeria"],
    ["SMS_COUNTRIES", "NG,everywhere"],
    ["SMS_HOURLY_LIMIT", "-1"],
  ])("fails with the name of %s when it is %s, without its value", (name, value) => {
    const parse = () => parseEnv({ ...complete, [name]: value })

    expect(parse).toThrow(name)
    expect(parse).not.toThrow(value ?? "a value that is not there")
  })

  it.each([
    ["FLUTTERWAVE_WEBHOOK_HASH", { FLUTTERWAVE_SECRET_KEY: "FLWSECK_TEST-x" }],
    ["FLUTTERWAVE_SECRET_KEY", { FLUTTERWAVE_WEBHOOK_HASH: "h".repeat(16) }],
  ])("needs %s with the other one of Flutterwave's", (name, given) => {
    expect(() => parseEnv({ ...complete, ...given })).toThrow(name)
  })

  it.each([
    ["https://api.shop.example/", "https://api.shop.example"],
    ["https://API.Shop.example", "https://api.shop.example"],
    ["https://api.shop.example:443", "https://api.shop.example"],
    ["https://shop.example/api/", "https://shop.example/api"],
  ])("spells the server's own address %s as pictures are compared with it", (given, spelled) => {
    expect(parseEnv({ ...complete, BACKEND_URL: given }).BACKEND_URL).toBe(spelled)
  })

  it("needs the key of second factors in production, and takes no outbox but over plain HTTP", () => {
    const production = { ...complete, NODE_ENV: "production", AUTH_MFA_ENCRYPTION_KEY: "m".repeat(32) }
    const { AUTH_MFA_ENCRYPTION_KEY: _, ...keyless } = production
    const outbox = { ...production, MESSAGE_OUTBOX: "messages.jsonl" }

    expect(() => parseEnv(keyless)).toThrow("AUTH_MFA_ENCRYPTION_KEY")
    expect(() => parseEnv(outbox)).toThrow("MESSAGE_OUTBOX")
    expect(parseEnv({ ...outbox, COOKIE_SECURE: "false" })).toMatchObject({
      MESSAGE_OUTBOX: "messages.jsonl",
    })
    expect(parseEnv(production).SMS_COUNTRIES).toContain("NG")
  })
})
