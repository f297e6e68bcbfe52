/** Personal facts as lists, logs and notices over the shoulder may show them. Lengths are hidden, too. */

/** 「张*」; by characters, so that a rare one is never cut in half. */
export function maskName(name: string): string {
  const [first, ...rest] = name.trim();
  if (first === undefined || rest.length === 0) return '*';
  return `${first}*`;
}

/** 「5301********1234」; a text too short to be a number shows nothing of itself. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.length < 15 ? '********' : `${idNumber.slice(0, 4)}********${idNumber.slice(-4)}`;
}

/** 「138****5678」; what is not a mobile number shows nothing of itself. */
export function maskPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****';
}
