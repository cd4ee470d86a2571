using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Reads <c>list.Contains(p.Field)</c>, however the compiler binds it.</summary>
internal static class ContainsCalls
{
    /// <summary>What a collection captured by a query's lambda is searched for, or null where the call is none or has a
    /// comparer.</summary>
    public static IOperation? ItemOf(IInvocationOperation call, QueryLambda lambda) =>
        ItemOf(call) is { } item && lambda.IsClosed(ListOf(call)!) ? item : null;

    /// <summary>What a collection is searched for, or null where the call is none or has a comparer.</summary>
    public static IOperation? ItemOf(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "Contains" || ListOf(call) is not { } list)
            return null;
        if (list.Type?.SpecialType == SpecialType.System_String)
            return null;
        var items = call.Arguments.Where(argument => argument.Value != QueryStep.ReceiverOf(call)).ToList();
        return items.Count == 1 || items.Count == 2 && IsNull(items[1].Value) ? items[0].Value : null;
    }

    /// <summary>The items of the collection that is searched, or null where they can't be told.</summary>
    public static IReadOnlyList<IOperation>? ItemsOf(IInvocationOperation call, Values values) =>
        ListOf(call) is { } list ? ListedItems.Of(list, values) : null;

    /// <summary>The collection that is searched.</summary>
    private static IOperation? ListOf(IInvocationOperation call)
    {
        if (QueryStep.ReceiverOf(call) is not { } list)
            return null;
        list = Values.Unwrapped(list);
        // An array becomes a span by a conversion or, in older forms, by a call.
        while (list is IConversionOperation or IInvocationOperation { TargetMethod.Name: "op_Implicit" or "AsSpan" })
            list = Values.Unwrapped(
                list is IConversionOperation converted
                    ? converted.Operand
                    : ((IInvocationOperation)list).Arguments[0].Value
            );
        return list;
    }

    private static bool IsNull(IOperation value) =>
        value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null };
}
