using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Sources;

/// <summary>What a source does itself. The client does the rest. The base class describes the service.</summary>
internal class SourceCapabilities
{
    /// <summary>The service, and what stands in for it.</summary>
    public static SourceCapabilities OfService { get; } = new();

    /// <summary>The source, for texts.</summary>
    public virtual string Name => "the service";

    /// <summary>True for a source that answers over a network. Its pages are checked against their request, requested ahead, and may
    /// be read from both ends at once.</summary>
    public virtual bool IsRemote => true;

    /// <summary>The size of a page if neither the query's page size nor its <c>Take</c> asks for fewer profiles.</summary>
    public virtual int LargestPage => PageLimits.Largest;

    /// <summary>True for a source whose cursors are valid only with the page size that they were made with.</summary>
    public virtual bool BindsCursors => true;

    /// <summary>True for a source that takes conditions as a tree, and is asked for each. The service takes lists of values and
    /// looks up ids instead.</summary>
    public virtual bool TakesConditions => false;

    /// <summary>True for a source that skips profiles before the first page. Each of its pages has
    /// <see cref="Page.CursorAfter"/>.</summary>
    public virtual bool Skips => false;

    /// <summary>True for a source that counts the profiles of a listing.</summary>
    public virtual bool Counts => false;

    public virtual bool SortsBy(FieldPath path) => path.OfProfile?.SortKey is not null;

    /// <summary>Returns the key by which the source sorts by a member, or null if it can't.</summary>
    public SortKey? KeyOf(FieldPath? path) => path is not null && SortsBy(path) ? path.Ordering : null;

    /// <summary>Returns how well the source applies a condition. Called only if <see cref="TakesConditions"/> is true.</summary>
    public FilterSupport SupportOf(FilterNode condition) =>
        condition switch
        {
            AllOf all => all.Nodes.Min(SupportOf),
            AnyOf any => any.Nodes.Min(SupportOf),
            // The negation of a rough condition would lose profiles.
            Not not => SupportOf(not.Node) == FilterSupport.Exact ? FilterSupport.Exact : FilterSupport.None,
            _ => SupportOfTest(condition),
        };

    /// <summary>Returns how well the source applies a condition that has no others within it.</summary>
    protected virtual FilterSupport SupportOfTest(FilterNode condition) => FilterSupport.None;
}
