using FluentProfiles.Sources;

namespace FluentProfiles.Operators;

/// <summary>A query as data: where it reads, its settings, its operators.</summary>
internal sealed record QueryDefinition(QuerySource Source, QuerySettings Settings, OperatorChain? Operators)
{
    /// <summary>Opens the source for one run, or for an explanation.</summary>
    /// <exception cref="UnsupportedQueryException">The source can't do what a setting says.</exception>
    /// <exception cref="ProfilesConfigurationException">The settings exclude each other.</exception>
    public QueryEnvironment Open()
    {
        var startsAtCursor = Settings.Cursor is not null;
        var readsDetails = false;
        for (var link = Operators; link is not null; link = link.Previous)
            readsDetails |= link.Last is DetailsOperator;
        return Source.Open(
            startsAtCursor || readsDetails
                ? Settings.Source with
                {
                    StartsAtCursor = startsAtCursor,
                    ReadsDetails = readsDetails,
                }
                : Settings.Source
        );
    }

    public QueryDefinition Then(QueryOperator next) => this with { Operators = new(Operators, next) };
}
