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
        var writes = parts.Writes.ConvertAll(call => SingleWrite.Of(call, options, library));
        var finals = chains.FindAll(chain => chain.IsFinal);
        IReadOnlyList<BetaLevel> optionsLevels = [.. parts.Options.Select(options.Read), .. options.OfOthers()];
        return new(parts)
        {
            Values = values,
            Locals = locals,
            Chains = chains,
            FinalChains = finals,
            Steps = builder.Steps,
            LooseFields = LinkResults(parts, builder, values),
            ClientLevels =
            [
                .. parts.Options.Where(made => library.IsClientOptions(made.Type)).Select(options.Read),
                .. options.OfOthers(),
            ],
            Levels =
            [
                .. chains.Select(chain => chain.Betas).Concat(optionsLevels).Where(level => level.Mentions.Count > 0),
            ],
            Writes = writes,
        };
    }

    /// <summary>Hands each read of a field to the query that gave the profile; returns those left over.</summary>
    private static List<FieldRead> LinkResults(BodyParts parts, ChainBuilder builder, Values values)
    {
        var inLambdas = builder.FieldsInLambdas();
        var results = new ResultReader(values, builder.Chains);
        List<FieldRead> loose = [];
        foreach (var read in parts.Fields)
        {
            if (inLambdas.Contains(read))
                continue;
            if (results.ChainOf(read.Operation) is { } chain)
                chain.ResultFields.Add(read);
            else
                loose.Add(read);
        }
        return loose;
    }
}
