using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

// One file, as a contributor who adds fields would write it: a number and a time that the service sorts by, and an extensible enum
// that it filters by.
public sealed partial record UserProfile
{
    [ProfileField("rank", Sortable = true)]
    public int Rank { get; init; }

    [ProfileField("seen_at", Sortable = true)]
    public DateTimeOffset SeenAt { get; init; }

    [ProfileField("support_tier", Since = ApiRevision.Current, Filterable = true)]
    public SupportTier SupportTier { get; init; }
}

[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct SupportTier(string? value)
{
    public static SupportTier Basic => new(Values.Basic);

    public static SupportTier Gold => new(Values.Gold);

    public static SupportTier Silver => new(Values.Silver);

    public bool IsKnown => text is Values.Basic or Values.Gold or Values.Silver;

    public static class Values
    {
        public const string Basic = "basic";

        public const string Gold = "gold";

        public const string Silver = "silver";
    }
}
