using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Recognises the calls that F# makes where C# has an operator or a method of LINQ.</summary>
internal static class FSharpForm
{
    /// <summary><c>value |&gt; function</c> as the function's body; null for another call.</summary>
    public static Expression? Piped(MethodCallExpression call) =>
        call.Method.Name == "op_PipeRight"
        && IsIn(call, "Microsoft.FSharp.Core.Operators")
        && call.Arguments is [var value, var function]
        && FunctionOf((function is BlockExpression block ? LetForm.Inlined(block) : null) ?? function)
            is { Parameters: [var parameter] } lambda
            ? LetForm.Inlined(parameter, value, lambda.Body)
            : null;

    /// <summary>The lambda of a function of F#; any other lambda as it is, and null for what is none.</summary>
    public static LambdaExpression? FunctionOf(Expression function) =>
        function switch
        {
            LambdaExpression lambda => lambda,
            MethodCallExpression { Method.Name: "ToFSharpFunc", Arguments: [LambdaExpression lambda] } call
                when IsIn(call, "Microsoft.FSharp.Core.FuncConvert") => lambda,
            _ => null,
        };

    /// <summary>True for a function of the modules List, Seq, Array and Set.</summary>
    public static bool IsOfCollections(MethodCallExpression call) =>
        call.Method.DeclaringType!.FullName
            is "Microsoft.FSharp.Collections.ListModule"
                or "Microsoft.FSharp.Collections.SeqModule"
                or "Microsoft.FSharp.Collections.ArrayModule"
                or "Microsoft.FSharp.Collections.SetModule";

    /// <summary>True for a set of F#, which compares texts ordinally.</summary>
    public static bool IsSet(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName == "Microsoft.FSharp.Collections.FSharpSet`1";

    private static bool IsIn(MethodCallExpression call, string module) => call.Method.DeclaringType!.FullName == module;
}
