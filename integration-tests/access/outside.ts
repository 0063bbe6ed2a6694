export const PAYSTACK_SECRET = "sk_test_of_the_walk"
export const FLUTTERWAVE_HASH = "the-hash-of-the-walk"

/**
 * What the server of the walk is told of the outside, so that events of a payment gateway can be signed and a sign-in by
 * Google begins. Nothing answers there. To be called while a test file is loaded: the configuration is read before any hook.
 */
export function configureOutside(): void {
  process.env.PAYSTACK_SECRET_KEY = PAYSTACK_SECRET
  process.env.PAYSTACK_BASE_URL = "http://127.0.0.1:9"
  process.env.FLUTTERWAVE_SECRET_KEY = "FLWSECK_TEST-of-the-walk"
  process.env.FLUTTERWAVE_WEBHOOK_HASH = FLUTTERWAVE_HASH
  process.env.FLUTTERWAVE_BASE_URL = "http://127.0.0.1:9"
  process.env.GOOGLE_CLIENT_ID = "client"
  process.env.GOOGLE_CLIENT_SECRET = "secret"
  process.env.GOOGLE_CALLBACK_URL = "http://localhost:8000/callback"
}
