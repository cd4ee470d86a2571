namespace FluentProfiles.Analyzers;

/// <summary>How many pages something takes.</summary>
internal static class Paging
{
    public const int LargestPage = 100;

    public static long Pages(long profiles, int size) => (profiles + size - 1) / size;
}
