namespace FluentProfiles.Resume;

/// <summary>An id in eight bytes, the same in every process: FNV-1a.</summary>
internal static class IdHash
{
    public static ulong Of(string id)
    {
        var hash = 14695981039346656037;
        foreach (var letter in id)
            hash = unchecked((hash ^ letter) * 1099511628211);
        return hash;
    }
}
