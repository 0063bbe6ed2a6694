import { parseEnv } from "../env"

const complete = {
  DATABASE_URL: "postgres://merkato@localhost/merkato",
  JWT_SECRET: "j".repeat(32),
  COOKIE_SECRET: "c".repeat(32),
}

describe("parseEnv", () => {
  it("needs a database and two secrets, no more", () => {
    expect(parseEnv(complete)).toMatchObject({ NODE_ENV: "development", COMMISSION_RATE_BPS: 1000 })
  })

  it.each([
    ["DATABASE_URL", undefined],
    ["DATABASE_URL", "mysql://localhost/merkato"],
    ["JWT_SECRET", undefined],
    ["JWT_SECRET", "short"],
    ["COOKIE_SECRET", undefined],
    ["PAYSTACK_SECRET_KEY", "pk_live_a-public-key"],
    ["COMMISSION_RATE_BPS", "10001"],
    ["COMMISSION_RATE_BPS", "8.5"],
    ["ADMIN_DISABLED", "perhaps"],
  ])("fails with the name of %s when it is %s, without its value", (name, value) => {
    const parse = () => parseEnv({ ...complete, [name]: value })

    expect(parse).toThrow(name)
    expect(parse).not.toThrow(value ?? "a value that is not there")
  })
})
