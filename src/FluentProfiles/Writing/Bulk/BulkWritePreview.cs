using System.Text;

namespace FluentProfiles;

/// <summary>What a bulk write would do, by a dry run that read as the write would and wrote nothing. Immutable.</summary>
public sealed class BulkWritePreview
{
    internal BulkWritePreview(
        QueryPlan plan,
        bool needsAllowAll,
        BulkWriteReport outcome,
        IReadOnlyList<ProfilePreview> sample
    ) =>
        (Plan, NeedsAllowAll, Found, ToWrite, Unchanged, Failed, Failures, Sample) = (
            plan,
            needsAllowAll,
            outcome.Found,
            outcome.Written,
            outcome.Unchanged,
            outcome.Failed,
            outcome.Failures,
            sample
        );

    /// <summary>How the query finds the profiles.</summary>
    public QueryPlan Plan { get; }

    /// <summary>Whether the write is refused without <see cref="BulkWriteOptions.AllowAll"/>, since nothing bounds its
    /// query.</summary>
    public bool NeedsAllowAll { get; }

    /// <summary>Profiles that the query gives.</summary>
    public long Found { get; }

    /// <summary>Those that would be written.</summary>
    public long ToWrite { get; }

    /// <summary>Those that are as wanted already.</summary>
    public long Unchanged { get; }

    /// <summary>Those for which a setter throws or gives a value beyond its limits.</summary>
    public long Failed { get; }

    /// <summary>The first 1,000 of those that fail, each with the reason.</summary>
    public IReadOnlyList<BulkWriteFailure> Failures { get; }

    /// <summary>The first profiles that would be written, before and after.</summary>
    public IReadOnlyList<ProfilePreview> Sample { get; }

    /// <summary>For people: the counts, and the sample line by line. It shows values, which are your customers'.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(
            $"found {Found}: {ToWrite} to write, {Unchanged} unchanged, {Failed} failing{(NeedsAllowAll ? "; needs AllowAll" : "")}"
        );
        foreach (var profile in Sample)
            text.AppendLine().Append("  ").Append(profile);
        return text.ToString();
    }
}
