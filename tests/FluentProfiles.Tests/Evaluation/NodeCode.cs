using System.Linq.Expressions;
using FluentProfiles.Evaluation;

namespace FluentProfiles.Tests.Evaluation;

internal static class NodeCode
{
    /// <summary>The lambda as nodes evaluate it, or null where they don't know a construct of it.</summary>
    public static Func<TItem, TResult>? Of<TItem, TResult>(Expression<Func<TItem, TResult>> lambda) =>
        Evaluator.CodeOf(lambda) is { IsByNodes: true } code ? code.Run : null;
}
