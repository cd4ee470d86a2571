using System.Collections.Immutable;

namespace FluentProfiles.Emulator.Controls;

/// <summary>The keys, or the buckets, of a profile. It is on while a region has one. Immutable.</summary>
internal sealed record Control<T>(
    ImmutableSortedDictionary<string, RegionSetting<T>> Regions,
    ImmutableList<Retired<T>> Retired
)
    where T : class
{
    private static readonly TimeSpan ValidationTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    public static Control<T> Off { get; } =
        new(ImmutableSortedDictionary.Create<string, RegionSetting<T>>(StringComparer.Ordinal), []);

    public bool IsOn => !Regions.IsEmpty;

    /// <summary>When a region last became active; the earliest moment for never.</summary>
    public DateTimeOffset LastValidated => Regions.Values.Max(setting => setting.ValidatedAt) ?? default;

    /// <summary>The control as it is at a later moment: checks have ended, and what expired is gone.</summary>
    public Control<T> At(DateTimeOffset now)
    {
        var settled = this;
        foreach (var (region, setting) in Regions)
        {
            if (setting.ValidatedAt is null && setting.SetAt + ValidationTime <= now)
                settled = settled.Activate(region, setting);
        }
        return settled with { Retired = settled.Retired.RemoveAll(retired => retired.ExpiresAt <= now) };
    }

    /// <summary>The same control where the region has it already: a repeated update changes nothing.</summary>
    public Control<T> Set(string region, T item, DateTimeOffset now)
    {
        var known = Regions.GetValueOrDefault(region);
        return item.Equals(known?.Configured)
            ? this
            : this with
            {
                Regions = Regions.SetItem(region, new(item, now, known?.Effective, null)),
            };
    }

    public Control<T> Remove(string region, DateTimeOffset now) =>
        Regions.TryGetValue(region, out var known)
            ? this with
            {
                Regions = Regions.Remove(region),
                Retired = With(known.Effective, region, now),
            }
            : this;

    public Control<T> Disable(DateTimeOffset now) =>
        Regions.Keys.Aggregate(this, (control, region) => control.Remove(region, now));

    private Control<T> Activate(string region, RegionSetting<T> setting)
    {
        var activated = setting.SetAt + ValidationTime;
        return this with
        {
            Regions = Regions.SetItem(region, setting with { Effective = setting.Configured, ValidatedAt = activated }),
            Retired = setting.Configured.Equals(setting.Effective)
                ? Retired
                : With(setting.Effective, region, activated),
        };
    }

    private ImmutableList<Retired<T>> With(T? item, string region, DateTimeOffset now) =>
        item is null ? Retired : [.. Retired.Add(new(item, region, now + Retention)).OrderBy(each => each.ExpiresAt)];
}
