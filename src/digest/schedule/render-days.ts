/** Which days a schedule takes; everything that is left out takes all. */
export interface ChosenDays {
  /** 0 (Sunday) to 6. */
  readonly weekdays?: readonly number[];
  /** Weekdays of certain weeks of a month; -1 is its last. */
  readonly picks?: readonly WeekdayPick[];
  /** 1 to 31. */
  readonly dates?: readonly number[];
  readonly hasLastDate?: boolean;
  /** The first or last Monday-to-Friday day of a month. */
  readonly workday?: '1W' | 'LW' | undefined;
  /** 1 to 12. */
  readonly months?: readonly number[];
}

export interface WeekdayPick {
  readonly nth: number;
  readonly weekday: number;
}

/** Chosen days as cron's last three fields, in one spelling for the same days. At most one kind of days is given. */
export function renderDays(chosen: ChosenDays): string {
  const { weekdays, picks, dates, hasLastDate, workday, months } = chosen;
  const allDates = [...sorted(dates ?? []), ...(hasLastDate === true ? ['L'] : [])];
  const dateField = workday ?? allDates.join(',');
  const monthField = months?.length === 12 ? '' : sorted(months ?? []).join(',');
  const weekdayField = weekdays?.length === 7 ? '' : sorted(weekdays ?? []).join(',');
  const inOrder = [...(picks ?? [])].sort((a, b) => orderOf(a) - orderOf(b));
  const pickField = [
    ...new Set(
      inOrder.map(({ nth, weekday }) => (nth === -1 ? `${weekday}L` : `${weekday}#${nth}`)),
    ),
  ].join(',');
  return [dateField, monthField, weekdayField || pickField]
    .map((field) => (field === '' ? '*' : field))
    .join(' ');
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** By week, then from Monday on; the last week comes last. */
function orderOf({ nth, weekday }: WeekdayPick): number {
  return (nth === -1 ? 6 : nth) * 7 + ((weekday + 6) % 7);
}
