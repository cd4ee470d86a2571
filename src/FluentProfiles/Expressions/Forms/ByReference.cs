using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Finds what a call may write to: the variables, members and elements that it takes with <c>out</c> or
/// <c>ref</c>.</summary>
internal static class ByReference
{
    /// <summary>What an expression may write to, itself and not its parts. Empty for anything but a call.</summary>
    public static IEnumerable<Expression> WrittenBy(Expression node) =>
        node switch
        {
            MethodCallExpression call when call.Arguments.Any(IsPlace) => Written(call.Arguments, call.Method),
            NewExpression { Constructor: { } constructor } created when created.Arguments.Any(IsPlace) => Written(
                created.Arguments,
                constructor
            ),
            InvocationExpression invoked when invoked.Arguments.Any(IsPlace) => Written(
                invoked.Arguments,
                InvokeOf(invoked.Expression.Type)
            ),
            _ => [],
        };

    private static IEnumerable<Expression> Written(IEnumerable<Expression> arguments, MethodBase method)
    {
        var parameters = method.GetParameters();
        return arguments.Where((argument, i) => IsWritten(parameters[i]) && IsPlace(argument));
    }

    // What is passed with in is not written.
    private static bool IsWritten(ParameterInfo parameter) => parameter.ParameterType.IsByRef && !parameter.IsIn;

    // What is written to any other expression is lost in C#, too.
    private static bool IsPlace(Expression argument) =>
        argument
            is MemberExpression
                or ParameterExpression
                or IndexExpression
                or BinaryExpression { NodeType: ExpressionType.ArrayIndex }
                or MethodCallExpression { Object.Type.IsArray: true };

    [UnconditionalSuppressMessage("Trimming", "IL2065", Justification = "The method of a delegate is always there.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The method of a delegate is always there.")]
    private static MethodInfo InvokeOf(Type code) =>
        (code.IsAssignableTo(typeof(LambdaExpression)) ? code.GenericTypeArguments[0] : code).GetMethod(
            nameof(Action.Invoke)
        )!;
}
