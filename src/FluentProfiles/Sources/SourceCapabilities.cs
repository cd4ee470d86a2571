using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Sources;

/// <summary>What a source does itself. The rest is the client's. The base class describes the service.</summary>
internal class SourceCapabilities
{
    /// <summary>The service, and what stands in for it.</summary>
    public static SourceCapabilities OfService { get; } = new();

    /// <summary>True for a source that takes conditions as a tree, and is asked for each. The service takes lists of values and
    /// looks up ids instead.</summary>
    public virtual bool TakesConditions => false;

    public virtual bool SortsBy(ProfileField field) => field.SortKey is not null;

    /// <summary>How well the source applies a condition. Called only if <see cref="TakesConditions"/> is true.</summary>
    public virtual FilterSupport SupportOf(FilterNode condition) => FilterSupport.None;

    /// <summary>The key by which the source sorts by a field; null if it can't.</summary>
    public SortKey? KeyOf(ProfileField? field) => field is not null && SortsBy(field) ? field.Ordering : null;
}
