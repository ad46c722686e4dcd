import type { PhraseBook } from "../comments.ts";
import type { Factor } from "./items.ts";

/** Comments in English. Every number, address and plate is invented. */
export const english: PhraseBook<Factor> = {
  praise: {
    service_quality: [
      "the noise was fixed at the first attempt",
      "careful work, and they showed me the old parts",
      "the car drives noticeably better now",
      "the mechanic found the fault quickly",
    ],
    facilities: [
      "the lounge is clean and the coffee is decent",
      "parking was easy",
      "a tidy place with a corner for children",
      "I could work in the lounge while I waited",
    ],
    pick_up: [
      "pick-up was quick and the bill was explained line by line",
      "the car was ready ten minutes early",
      "they walked me through everything that was done",
      "I got the car back spotless",
    ],
    advisor: [
      "my advisor {name} was patient and answered every question",
      "nobody tried to sell me extras",
      "the advisor called to tell me how things were going",
      "{name} remembered what I had asked last time",
    ],
    initiation: [
      "booking in the app took a minute",
      "no queue, I was met at the door",
      "I could drop the car off after work",
      "the reminder told me what to bring",
    ],
  },
  complaint: {
    service_quality: [
      "it took two visits to fix the same fault",
      "the cabin filter was not changed, as I found out at home",
      "a small service took {minutes} minutes",
      "only two of my three requests were dealt with",
    ],
    facilities: [
      "the lounge was full, not a seat left",
      "there are far too few parking spaces",
      "the restrooms could be cleaner",
      "the lounge is freezing",
    ],
    pick_up: [
      "promised for four, ready at almost six",
      "there was a charge on the bill that nobody had mentioned",
      "nobody explained what had been done",
      "I paid and then waited another {minutes} minutes for the car",
    ],
    advisor: [
      "the advisor kept pushing a treatment that I did not need",
      "two calls, and the advisor never picked up",
      "the advisor could not explain the fault",
      "one advisor for five customers is not enough",
    ],
    initiation: [
      "I had a booking and still waited {minutes} minutes",
      "weekend slots are impossible to get",
      "the booking line is always busy",
      "check-in is slow, they asked for the same details twice",
    ],
  },
  short: {
    pleased: ["Great service", "Very happy", "All good, thank you", "Friendly people"],
    neutral: ["OK", "Nothing special", "No comment", "Average"],
    cross: ["Disappointed", "Please do better", "Worse than last time", "Not what I expected"],
  },
  close: {
    pleased: ["I will be back", "I told my colleagues about it", "Keep it up", "Thank you"],
    cross: [
      "Please look into it",
      "I may go elsewhere next time",
      'They said "it will be sorted", and I have heard nothing since',
      "I expect an answer",
    ],
  },
  contact: [
    "Please call me on 138-0000-0000",
    "My number is 139 0000 0001, please ring after six",
    "Write to owner@example.com when you know more",
    "The plate is 沪A·00000, please check again",
  ],
};
