using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>The fields whose meaning changes with a beta, wherever the body reads or writes them.</summary>
internal sealed class AffectedFields
{
    private readonly BetaMention mention;
    private readonly MethodReading reading;
    private readonly LibraryContext library;
    private readonly ISymbol owner;
    private readonly List<FieldRead> unclear;

    public AffectedFields(BetaMention mention, MethodReading reading, Report report)
    {
        this.mention = mention;
        this.reading = reading;
        (library, owner) = (report.Library, report.Owner);
        var shaped = reading.FinalChains.Where(chain => IsShaped(chain.Betas, chain.Source.ClientBetas)).ToList();
        var loose = reading.LooseFields.Where(read => !IsOfOtherWrite(read, shaped)).ToList();
        Reads =
        [
            .. shaped
                .SelectMany(chain => chain.Fields)
                .Concat(reading.Calls.Where(IsShaped).SelectMany(call => call.ResultFields))
                .Concat(loose.Where(read => IsOfWrite(read, shaped)))
                .Where(read => read.Facts.Until < library.CurrentRevision)
                .Distinct(),
        ];
        var ofOthers = reading.FinalChains.Where(chain => chain.Source.Kind == SourceKind.Unknown).Except(shaped);
        unclear =
        [
            .. loose.Except(Reads),
            .. ofOthers.SelectMany(chain => chain.Fields),
            .. reading.Calls.Where(MayBeShapedByClient).SelectMany(call => call.ResultFields),
        ];
    }

    /// <summary>The reads of fields that the current shape does not serve, in queries and results that have the shape of the
    /// beta.</summary>
    public IReadOnlyList<FieldRead> Reads { get; }

    /// <summary>What to write for each read, an empty text where it can stay; null where one can't be mended, or where it is
    /// unclear whether something else depends on the beta.</summary>
    public string? PathsUnder(int revision)
    {
        if (
            !mention.IsNamedBy(owner)
            || MayMeetAnother()
            || unclear.Exists(read => IsGone(read.Facts, revision))
            || Written().Any(field => IsGone(field, revision))
        )
            return null;
        var paths = Reads
            .Select(read => read.Facts.IsServedBy(revision) ? "" : Replacement.For(read, revision, library))
            .ToList();
        return paths.Contains(null) ? null : string.Join(";", paths);
    }

    private static bool IsGone(FieldFacts field, int revision) => field.Until < revision;

    private bool IsShaped(BetaLevel own, BetaLevel? ofClient) =>
        own.Names(mention) || own.Shapes.Count == 0 && ofClient?.Names(mention) == true;

    private bool IsShaped(SingleCall call) => call.Betas.Names(mention);

    private bool MayBeShapedByClient(SingleCall call) =>
        call.Betas.Shapes.Count == 0 && (call.Revision is null || call.Revision == mention.Known!.Shape);

    // A beta that is there twice stays in force when one of the two goes, and what a branch chose is unknown behind it.
    private bool MayMeetAnother() =>
        reading.Levels.Where(level => level.Names(mention)).Any(level => level.Mentions.Any(IsOther))
        || reading.Mentions.Any(IsOther)
            && reading.FinalChains.Any(chain =>
                chain.Source.Kind == SourceKind.Unknown
                && chain.Betas.Mentions.Count > 0
                && QueryStep.ReceiverOf(chain.Steps[0].Call) is { } start
                && Values.Unwrapped(start) is ILocalReferenceOperation or IConditionalOperation or ICoalesceOperation
            );

    private bool IsOther(BetaMention other) => !other.IsSameAs(mention) && other.Known is { ChoosesShape: true };

    private IEnumerable<FieldFacts> Written() =>
        reading
            .WriteSettings.Select(set => set.Target)
            .Concat(reading.WriteParts.Select(part => part.InitializedMember))
            .OfType<IPropertyReferenceOperation>()
            .Select(member => library.FieldSetBy(member.Property))
            .OfType<FieldFacts>();

    private static bool IsOfWrite(FieldRead read, IEnumerable<QueryChain> chains) =>
        chains.Any(chain => chain.Steps.Any(step => IsWrite(step) && Flow.IsWithin(read.Operation, step.Call)));

    private bool IsOfOtherWrite(FieldRead read, List<QueryChain> shaped) =>
        IsOfWrite(read, reading.FinalChains.Where(chain => !shaped.Contains(chain) && chain.IsWhollySeen));

    private static bool IsWrite(QueryStep step) => step.Kind == StepKind.Write || step.Name == "PreviewUpdateAsync";
}
