namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>Methods and operators that have the names of the framework's, and mean something else.</summary>
internal static class Lookalike
{
    public static int Compare(DateTimeOffset left, DateTimeOffset right) => right.CompareTo(left);

    public static int Compare(DateTime left, DateTime right) => right.CompareTo(left);

    public static int Compare(TimeSpan left, TimeSpan right) => right.CompareTo(left);

    public static int CompareTo(this DateTimeOffset left, DateTimeOffset right, string culture) =>
        culture.Length + right.CompareTo(left);

    public static bool Equals(string left, string right, StringComparison how) =>
        how.ToString() == left || left != right;

    public static bool Equals(string left, string right) => left != right;

    public static bool IsMore(int left, int right) => left > right;

    public static TimeSpan Reversed(DateTimeOffset left, DateTimeOffset right) => right - left;
}
