using System.Collections.Immutable;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads a body: one walk that gathers what matters, and only where there is something, a closer look.</summary>
internal static class MethodReader
{
    public static MethodReading Read(LibraryContext library, ImmutableArray<IOperation> blocks)
    {
        var parts = new BodyParts(library);
        parts.Gather(blocks);
        return parts.IsEmpty ? MethodReading.Empty : Read(library, parts, blocks);
    }

    private static MethodReading Read(LibraryContext library, BodyParts parts, ImmutableArray<IOperation> blocks)
    {
        var locals = new Locals(blocks);
        var values = new Values(locals);
        var betas = new BetaReader(library, values);
        var options = new OptionsReader(library, parts, values, locals, betas);
        var builder = new ChainBuilder(library, locals, options, betas);
        var chains = builder.BuildAll(parts);
        var calls = parts.Single.ConvertAll(call => SingleCall.Of(call, options, library));
        var finals = chains.FindAll(chain => chain.IsFinal);
        IReadOnlyList<BetaLevel> optionsLevels = [.. parts.Options.Select(options.Read), .. options.OfOthers()];
        return new(parts)
        {
            Values = values,
            Locals = locals,
            Chains = chains,
            FinalChains = finals,
            Steps = builder.Steps,
            LooseFields = LinkResults(parts, builder, new(library, values, locals, builder.Chains, calls)),
            ClientLevels =
            [
                .. parts.Options.Where(made => library.IsClientOptions(made.Type)).Select(options.Read),
                .. options.OfOthers(),
            ],
            Levels =
            [
                .. chains.Select(chain => chain.Betas).Concat(optionsLevels).Where(level => level.Mentions.Count > 0),
            ],
            Calls = calls,
        };
    }

    /// <summary>Hands each read of a field to the query or the call that gave the profile; returns those left over.</summary>
    private static List<FieldRead> LinkResults(BodyParts parts, ChainBuilder builder, ResultReader results)
    {
        var inLambdas = builder.FieldsInLambdas();
        List<FieldRead> loose = [];
        foreach (var read in parts.Fields)
        {
            if (!inLambdas.Contains(read) && !results.Link(read))
                loose.Add(read);
        }
        return loose;
    }
}
