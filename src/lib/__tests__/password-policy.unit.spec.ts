import { passwordProblem } from "../password-policy"

const EMAIL = "ada.lovelace@example.com"
const codeOf = (password: string, email: string | null = EMAIL) =>
  passwordProblem(password, email)?.code ?? null

describe("passwordProblem", () => {
  it.each([
    ["9 characters", "q7#vLx2!p", "password_too_short"],
    ["9 characters that are 18 code units", "🐟🐠🐡🦈🐙🐚🦀🦞🦐", "password_too_short"],
    ["10 characters", "q7#vLx2!pK", null],
    ["10 characters that are 20 code units", "🐟🐠🐡🦈🐙🐚🦀🦞🦐🦑", null],
    ["128 characters", "ab1-".repeat(32), null],
    ["129 characters", `${"ab1-".repeat(32)}x`, "password_too_long"],
  ])("counts characters: %s", (_, password, code) => {
    expect(codeOf(password)).toBe(code)
  })

  it.each([
    "qwertyuiop",
    "QwertyUIOP",
    "1234567890",
    "password1234",
    "Password2024!",
    "ｐａｓｓｗｏｒｄ１２３４",
    "basketball!!",
    "aaaaaaaaaaaa",
    "abababababab",
  ])("refuses %s as common", (password) => {
    expect(codeOf(password)).toBe("password_common")
  })

  it.each([
    "ada.lovelace@example.com",
    "my ada.lovelace pass",
    "ADA.LOVELACE-1842",
    "xxada.lovelace@example.comxx",
  ])("refuses %s, which has the address or its local part inside", (password) => {
    expect(codeOf(password)).toBe("password_contains_email")
  })

  it.each([
    ["a long enough password", EMAIL],
    ["ada is a short local part", "ada@example.com"],
    ["ada.lovelace without an address", null],
    ["correct horse battery", EMAIL],
  ])("lets %s be set", (password, email) => {
    expect(codeOf(password, email)).toBeNull()
  })
})
