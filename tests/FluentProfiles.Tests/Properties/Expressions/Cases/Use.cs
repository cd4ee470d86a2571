namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>What a query does with an expression.</summary>
internal enum Use
{
    Where,
    Count,
    Any,
    All,
    First,
    Last,
    Select,
    SelectWhere,
    Order,
    OrderDescending,
    MinBy,
    MaxBy,
    Dictionary,
}
