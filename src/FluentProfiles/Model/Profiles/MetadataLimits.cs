namespace FluentProfiles.Model.Profiles;

/// <summary>How long the keys and values of metadata may be, in characters (Unicode code points).</summary>
internal static class MetadataLimits
{
    public const int LongestKey = 64;

    public const int LongestValue = 512;
}
