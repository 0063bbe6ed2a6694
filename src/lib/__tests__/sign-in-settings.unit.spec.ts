import { deviceName } from "../device-name"
import { parseEnv } from "../env"
import { sessionCookieOptions } from "../session-cookie"

const ENV = {
  DATABASE_URL: "postgres://localhost/merkato",
  JWT_SECRET: "a".repeat(32),
  COOKIE_SECRET: "b".repeat(32),
  AUTH_MFA_ENCRYPTION_KEY: "c".repeat(32),
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
}

describe("the session's cookie", () => {
  it.each([
    ["production", undefined, true],
    ["production", false, false],
    ["development", undefined, false],
    ["development", true, true],
  ] as const)("in %s with COOKIE_SECURE %s is secure: %s", (NODE_ENV, COOKIE_SECURE, secure) => {
    expect(sessionCookieOptions({ NODE_ENV, COOKIE_SECURE })).toEqual({
      httpOnly: true,
      sameSite: "lax",
      secure,
    })
  })
})

describe("the environment of sign-ins", () => {
  it("lets buyers in for a day, users for an hour, unless it says otherwise", () => {
    expect(parseEnv(ENV)).toMatchObject({
      SESSION_TTL_SECONDS_CUSTOMER: 86_400,
      SESSION_MAX_AGE_SECONDS_CUSTOMER: 30 * 86_400,
      SESSION_TTL_SECONDS_USER: 3600,
      SESSION_MAX_AGE_SECONDS_USER: 12 * 3600,
    })
    expect(parseEnv({ ...ENV, SESSION_TTL_SECONDS_USER: "600" })).toMatchObject({
      SESSION_TTL_SECONDS_USER: 600,
    })
    expect(() => parseEnv({ ...ENV, SESSION_TTL_SECONDS_USER: "0" })).toThrow("SESSION_TTL_SECONDS_USER")
  })

  it("has all three of Google's or none", () => {
    const google = {
      GOOGLE_CLIENT_ID: "an-id",
      GOOGLE_CLIENT_SECRET: "a-secret",
      GOOGLE_CALLBACK_URL: "https://shop.example.com/auth/google",
    }
    expect(parseEnv({ ...ENV, ...google })).toMatchObject(google)
    for (const name of Object.keys(google)) {
      expect(() => parseEnv({ ...ENV, ...google, [name]: undefined })).toThrow(name)
    }
  })
})

describe("the name of a device", () => {
  it.each([
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
      "Safari 17.4 on iOS 17.4",
    ],
    ["Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0", "Firefox 128.0 on Android 14"],
    ["", null],
    ["  ", null],
    [null, null],
  ])("of %s is %s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name)
  })

  it("never fails on what a client makes up", () => {
    for (const odd of ["node", "<script>", "(((", "a".repeat(200)]) {
      expect(() => deviceName(odd)).not.toThrow()
    }
  })
})
