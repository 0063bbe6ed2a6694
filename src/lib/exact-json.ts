const STRINGS_AND_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** JSON.parse that hands out the numbers which `mustKeep` chooses as the text that was sent, digit for digit. */
export function parseExactJson(text: string, mustKeep: (number: string) => boolean): unknown {
  return JSON.parse(
    text.replace(STRINGS_AND_NUMBERS, (token) =>
      !token.startsWith('"') && mustKeep(token) ? `"${token}"` : token
    )
  )
}
