export const step_up = {
  title: "Show that it is you",
  hint: "This moves money or rights, so it asks for your second step again.",
  method: "How",
  methods: {
    email: "Code by e-mail",
    recovery_code: "Recovery code",
    sms: "Code by text message",
    totp: "Authenticator app",
  },
  code: "Code",
  app_hint: "The app shows a new one every 30 seconds. Each works once.",
  send_code: "Send me a code",
  confirm: "Go on",
  none: "Your login has no second step yet. Add an authenticator app here, and what you were doing goes on. Codes by SMS or e-mail are in the security settings.",
  to_security: "Open the security settings",
}
