using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A new object.</summary>
internal sealed class CreationNode(ConstructorInfo constructor, Node<object>[] arguments) : Node<object>
{
    private readonly ConstructorInvoker invoker = ConstructorInvoker.Create(constructor);

    public override bool TryGet([MaybeNullWhen(false)] out object value)
    {
        value = arguments switch
        {
            [] => invoker.Invoke(),
            [var one] => invoker.Invoke(one.GetOrDefault()),
            [var one, var two] => invoker.Invoke(one.GetOrDefault(), two.GetOrDefault()),
            [var one, var two, var three] => invoker.Invoke(
                one.GetOrDefault(),
                two.GetOrDefault(),
                three.GetOrDefault()
            ),
            _ => invoker.Invoke(Array.ConvertAll(arguments, argument => argument.GetOrDefault()).AsSpan()),
        };
        return true;
    }
}
