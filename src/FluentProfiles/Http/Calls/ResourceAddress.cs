namespace FluentProfiles.Http.Calls;

/// <summary>Writes addresses of the service.</summary>
internal static class ResourceAddress
{
    /// <summary>The path of one profile. The id comes from anywhere, so whatever could lead elsewhere is escaped; a path of
    /// dots alone can't be and is refused.</summary>
    /// <exception cref="ArgumentException">The id is empty or "." or "..".</exception>
    public static string OfProfile(string id, string? parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, parameter);
        return id is "." or ".."
            ? throw new ArgumentException("This is no id of a profile; ids look like uprof_….", parameter)
            : "/" + Uri.EscapeDataString(id);
    }
}
