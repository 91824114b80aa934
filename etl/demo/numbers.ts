// The numbers that agencies know a child by. All are invented: NHS numbers from the never-issued 999 range,
// pupil numbers of a local authority that does not exist.

/** The NHS check digit (modulus 11) of nine digits, or 10 where the nine digits make no number. */
function nhsCheckDigit(nine: number): number {
  let sum = 0;
  for (let i = 2, left = nine; i <= 10; i++, left = Math.floor(left / 10)) sum += (left % 10) * i;
  return (11 - (sum % 11)) % 11;
}

/** Valid NHS numbers of the 999 range, each once, in a jumbled order. 909,000 of them exist. */
export function nhsNumbers(): () => number {
  let turn = 0;
  return () => {
    for (;;) {
      const nine = 999_000_000 + ((++turn * 618_033) % 999_983);
      const digit = nhsCheckDigit(nine);
      if (digit < 10) return nine * 10 + digit;
    }
  };
}

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
/** The check letter of a unique pupil number's twelve digits (Department for Education: weights 2 to 13, modulus 23). */
function upnLetter(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += (digits.charCodeAt(i) - 48) * (i + 2);
  return UPN_LETTERS[sum % 23]!;
}

/** A valid unique pupil number; 987 is no local authority's number. */
export function upn(child: number): string {
  const digits = `987${String(((child + 1) * 618_033) % 999_999_937).padStart(9, '0')}`;
  return upnLetter(digits) + digits;
}

/** The police's own stable id of a person. */
export const policeId = (child: number): string => `20/${100_000 + (((child + 1) * 31_337) % 899_981)}/P`;

/** The council's own stable id of a child. */
export const councilId = (child: number): string => String(4_000_000 + (((child + 1) * 7_919) % 1_999_993));

/** The id of a child that the council entered a second time by mistake. */
export const secondCouncilId = (child: number): string => String(6_000_000 + (((child + 1) * 7_919) % 1_999_993));

/** Six digits after a prefix, as in C004512. */
export const numbered = (prefix: string, n: number): string => prefix + String(n).padStart(6, '0');
