using FluentProfiles.Sources;

namespace FluentProfiles.Operators;

/// <summary>A query as data: where it reads, what it says, its operators.</summary>
internal sealed record QueryDefinition(QuerySource Source, QuerySettings Settings, OperatorChain? Operators)
{
    public QueryDefinition Then(QueryOperator next) => this with { Operators = new(Operators, next) };
}
