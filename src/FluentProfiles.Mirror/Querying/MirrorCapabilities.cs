using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Querying;

/// <summary>What the database does of a query.</summary>
/// <param name="members">What is stored.</param>
internal sealed class MirrorCapabilities(MemberCheck members) : SourceCapabilities
{
    public const string MirrorName = "the mirror";

    public override string Name => MirrorName;

    public override bool IsRemote => false;

    public override bool TakesConditions => true;

    public override bool BindsCursors => false;

    public override int LargestPage => 1_000;

    public override bool Skips => true;

    public override bool Counts => true;

    public override bool SortsBy(FieldPath path)
    {
        members.ThrowIfLeftOut(path);
        return IsOf<string>(path) || IsOf<DateTimeOffset>(path);
    }

    // Texts are stored so that equal ones, and no others, are equal in the database.
    protected override FilterSupport SupportOfTest(FilterNode condition)
    {
        members.ThrowIfLeftOut(condition);
        return condition switch
        {
            In { Path: var path } => IsOf<string>(path) ? FilterSupport.Exact : FilterSupport.None,
            TimeRange { Path: var path } range when IsOf<DateTimeOffset>(path) => IsExact(range)
                ? FilterSupport.Exact
                : FilterSupport.Rough,
            IsNull { Path: var path } when ProfileColumns.Find(path.Fields) is not null => FilterSupport.Exact,
            HasPair => FilterSupport.Exact,
            _ => FilterSupport.None,
        };
    }

    private static bool IsOf<T>(FieldPath path) =>
        ProfileColumns.Find(path.Fields) is { Type: var type }
        && (Nullable.GetUnderlyingType(type) ?? type) == typeof(T);

    // A column has whole microseconds, so a bound has to be the first or the last tick of one.
    private static bool IsExact(TimeRange range) =>
        (range.From is not { } from || from.UtcTicks % TimeSpan.TicksPerMicrosecond == 0)
        && (range.To is not { } to || (to.UtcTicks + 1) % TimeSpan.TicksPerMicrosecond == 0);
}
