using System.Text.Json;

namespace FluentProfiles.Mirror.Storing.Gaps;

/// <summary>What the rows of a scope may lack, as <see cref="Model.MirrorScope.Gaps"/> has it.</summary>
/// <param name="Rows">What they may lack since the last complete full pass; null where nothing is known.</param>
/// <param name="Pass">What they may lack when the full pass under way is complete: what those processes leave out that have written rows
/// since it began. Null where none has begun.</param>
internal sealed record ScopeGaps(RowGaps? Rows, RowGaps? Pass)
{
    private static readonly ScopeGaps Unknown = new(null, null);

    public static ScopeGaps Read(string? text) => text is null ? Unknown : JsonSerializer.Deserialize<ScopeGaps>(text)!;

    public string? Write() => this == Unknown ? null : JsonSerializer.Serialize(this);

    /// <summary>A process writes some rows.</summary>
    public ScopeGaps WrittenBy(RowGaps process) => new(Rows?.With(process), Pass?.With(process));

    /// <summary>A process begins a full pass, which compares all rows.</summary>
    public ScopeGaps BegunBy(RowGaps process) => this with { Pass = process };

    /// <summary>The full pass is complete.</summary>
    public ScopeGaps Completed() => new(Pass, null);
}
